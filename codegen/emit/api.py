"""Emits `smsvoice/aio/api`: one method an operation, AWS's names, real parameters."""

from codegen.emit.methods import Method
from codegen.emit.source import BANNER, Module, class_name, docstring, lines, words
from codegen.plan import Plan, attribute
from codegen.read import OperationShape


def package(plan: Plan) -> str:
    """The package: all groups in one class."""
    groups = plan.operation_groups
    imports = "\n".join(
        f"from smsvoice.aio.api.{group} import Async{class_name(group)}Api" for group in groups
    )
    bases = lines((f"Async{class_name(group)}Api" for group in groups), 4)
    return (
        '"""Every operation under AWS\'s name, typed: `sms.api.create_pool(...)`."""\n\n'
        f"{BANNER}\n\n{imports}\n\n\n"
        f"class AsyncApi(\n{bases}):\n"
        + docstring(
            "All operations of the service under AWS's names, one method each.\n\n"
            "Arguments are AWS's members in snake_case; None is not sent. Paged operations give a\n"
            "pager. AccessDeniedError, InternalServerError, ThrottlingError and ValidationError\n"
            "can come from every one of them."
        )
    )


def group(plan: Plan, name: str) -> str:
    """One group's module."""
    module = Module(f"Operations of {words(name)} under AWS's names.", postponed=True)
    operations = [plan.service.operations[n] for n in plan.group_operations(name)]
    methods = "\n".join(_method(plan, operation, module) for operation in operations)
    base = module.need("smsvoice.aio.api_base", "AsyncApiBase")
    return module.source(
        f"\nclass Async{class_name(name)}Api({base}):\n"
        f'    """Operations of {words(name)}."""\n\n{methods}'
    )


def _method(plan: Plan, operation: OperationShape, module: Module) -> str:
    method = Method(plan, operation, module)
    parts = [method.descriptor, method.mapping(12)]
    if operation.paging is not None:
        pager = module.need("smsvoice.aio.pager", "AsyncPager")
        result, called = f"{pager}[{method.result}, {method.item}]", "self._pages"
        parts.append("starting_token")
    else:
        result, called = method.result, "await self._call"
    head = method.signature(attribute(operation.name), result, is_async=operation.paging is None)
    return f"{head}{method.doc()}        return {called}(\n{lines(parts, 12)}        )\n"
