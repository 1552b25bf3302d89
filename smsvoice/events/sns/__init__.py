"""SNS over HTTP: who really sent a notification, and what stands in it."""
