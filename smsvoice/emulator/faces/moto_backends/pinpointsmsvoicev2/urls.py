"""Where moto sends this service's requests."""

from .responses import respond

url_bases = [r"https?://sms-voice(-fips)?\.(.+)\.(amazonaws\.com|api\.aws)"]
url_paths = {"{0}/$": respond}
