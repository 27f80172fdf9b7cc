"""Every deed that the code writes into the record has words, and no words are left without a deed."""

import ast
from collections.abc import Iterator
from fnmatch import fnmatchcase
from pathlib import Path

from cmn_core.reference.record import read_record_words

CORE = Path(__file__).parents[2] / "cmn_core"


def test_every_deed_has_words() -> None:
    known = {item.code for item in read_record_words().action}
    written = dict(_written())
    assert {place: deed for place, deed in written.items() if not any(fnmatchcase(code, deed) for code in known)} == {}
    unused = {code for code in known if not any(fnmatchcase(code, deed) for deed in written.values())}
    assert unused == set()


def test_labels_differ() -> None:
    labels = [item.label for item in read_record_words().action]
    assert len(set(labels)) == len(labels)


def _written() -> Iterator[tuple[str, str]]:
    """Yield the deeds by the place that writes them; what an f-string fills in is a star."""
    for path in sorted(CORE.rglob("*.py")):
        source = path.read_text(encoding="utf-8")
        if "write_audit" not in source:
            continue
        tree = ast.parse(source)
        constants = _read_constants(tree)
        for place, node in _find_arguments(tree):
            yield f"{path.name}:{place}", _read_deed(node, constants, f"{path.name}:{place}")


def _find_arguments(tree: ast.Module) -> Iterator[tuple[str, ast.expr]]:
    """Yield what is handed to `write_audit` as its action, by way of functions of the same file too."""
    asked = {"write_audit": 1}
    seen: set[str] = set()
    while asked.keys() - seen:
        name = min(asked.keys() - seen)
        seen.add(name)
        for function in [item for item in ast.walk(tree) if isinstance(item, ast.FunctionDef)]:
            own = [argument.arg for argument in function.args.args]
            for call in [item for item in ast.walk(function) if isinstance(item, ast.Call)]:
                if not isinstance(call.func, ast.Name) or call.func.id != name:
                    continue
                action = call.args[asked[name]]
                if isinstance(action, ast.Name) and action.id in own:
                    asked[function.name] = own.index(action.id)
                else:
                    yield f"{call.lineno}", action


def _read_constants(tree: ast.Module) -> dict[str, str]:
    return dict(pair for node in tree.body if isinstance(node, ast.Assign) for pair in _read_assignment(node))


def _read_assignment(node: ast.Assign) -> Iterator[tuple[str, str]]:
    target, value = node.targets[0], node.value
    pairs = zip(target.elts, value.elts, strict=True) if (
        isinstance(target, ast.Tuple) and isinstance(value, ast.Tuple)
    ) else [(target, value)]  # fmt: skip
    for name, written in pairs:
        if isinstance(name, ast.Name) and isinstance(written, ast.Constant) and isinstance(written.value, str):
            yield name.id, written.value


def _read_deed(node: ast.expr, constants: dict[str, str], place: str) -> str:
    if isinstance(node, ast.Constant):
        return str(node.value)
    if isinstance(node, ast.Name):
        assert node.id in constants, f"{place}: the deed {node.id} cannot be read; write it as a text"
        return constants[node.id]
    assert isinstance(node, ast.JoinedStr), f"{place}: the deed cannot be read; write it as a text"
    return "".join(str(part.value) if isinstance(part, ast.Constant) else "*" for part in node.values)
