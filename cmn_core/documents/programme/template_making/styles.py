"""The parts that tell Word how paragraphs, tables, lists and fonts look."""

from cmn_core.documents.programme.template_making.looks import FONT, LOOKS, STAND_INS, Look
from cmn_core.documents.programme.template_making.marks import DECLARATION, ROOT

_DASH = "–"
_BUILT_IN_TABLES = (
    '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/>'
    '<w:uiPriority w:val="99"/><w:semiHidden/><w:unhideWhenUsed/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/>'
    '<w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="108" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/>'
    '<w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>'
)
_SIDES = ("top", "left", "bottom", "right", "insideH", "insideV")


def write_styles() -> str:
    """Return the part «styles»."""
    letters = f'<w:rFonts w:ascii="{FONT}" w:hAnsi="{FONT}" w:eastAsia="{FONT}" w:cs="{FONT}"/>'
    default = (
        f"<w:docDefaults><w:rPrDefault><w:rPr>{letters}{_size(14)}"
        '<w:lang w:val="ru-RU" w:eastAsia="ru-RU" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>'
        "<w:pPrDefault/></w:docDefaults>"
    )
    normal = (
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>'
        '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">'
        '<w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/></w:style>'
    )
    lines = "".join(f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="auto"/>' for side in _SIDES)
    grid = (
        '<w:style w:type="table" w:styleId="TableGrid"><w:name w:val="Table Grid"/><w:basedOn w:val="TableNormal"/>'
        f"<w:tblPr><w:tblBorders>{lines}</w:tblBorders></w:tblPr></w:style>"
    )
    looks = "".join(_style(look) for look in LOOKS)
    return f"{DECLARATION}<w:styles {ROOT}>{default}{normal}{_BUILT_IN_TABLES}{grid}{looks}</w:styles>"


def write_numbering() -> str:
    """Return the part «numbering»: dashes of a text, numbers, dashes of a table."""
    made = (("bullet", _DASH, "ListBullet"), ("decimal", "%1)", "ListNumber"), ("bullet", _DASH, "TableBullet"))
    lists = "".join(
        f'<w:abstractNum w:abstractNumId="{number}"><w:multiLevelType w:val="singleLevel"/><w:lvl w:ilvl="0">'
        f'<w:start w:val="1"/><w:numFmt w:val="{kind}"/><w:pStyle w:val="{look}"/><w:lvlText w:val="{sign}"/>'
        f'<w:lvlJc w:val="left"/><w:pPr>{_indents(_look(look))}</w:pPr></w:lvl></w:abstractNum>'
        for number, (kind, sign, look) in enumerate(made, start=1)
    )
    uses = "".join(
        f'<w:num w:numId="{number}"><w:abstractNumId w:val="{number}"/></w:num>' for number in range(1, len(made) + 1)
    )
    return f"{DECLARATION}<w:numbering {ROOT}>{lists}{uses}</w:numbering>"


def write_fonts() -> str:
    """Return the part «fontTable»: what stands in where Times New Roman is not installed."""
    return (
        f'{DECLARATION}<w:fonts {ROOT}><w:font w:name="{FONT}"><w:altName w:val="{STAND_INS}"/>'
        '<w:panose1 w:val="02020603050405020304"/><w:charset w:val="CC"/><w:family w:val="roman"/>'
        '<w:pitch w:val="variable"/></w:font></w:fonts>'
    )


def _style(look: Look) -> str:
    flags = "".join(
        f"<w:{name}/>"
        for name, is_set in (
            ("keepNext", look.keep_next), ("keepLines", look.keep_lines), ("pageBreakBefore", look.page_before)
        )
        if is_set
    )  # fmt: skip
    number = f'<w:numPr><w:numId w:val="{look.list_number}"/></w:numPr>' if look.list_number else ""
    outline = "" if look.outline is None else f'<w:outlineLvl w:val="{look.outline}"/>'
    bold = "<w:b/><w:bCs/>" if look.bold else ""
    capitals = "<w:caps/>" if look.capitals else ""
    own = "" if look.name[0].isascii() else ' w:customStyle="1"'
    return (
        f'<w:style w:type="paragraph"{own} w:styleId="{look.code}"><w:name w:val="{look.name}"/>'
        f'<w:basedOn w:val="Normal"/><w:qFormat/><w:pPr>{flags}<w:widowControl/>{number}{_indents(look)}'
        f'<w:jc w:val="{look.align}"/>{outline}</w:pPr><w:rPr>{bold}{capitals}{_size(look.size)}</w:rPr></w:style>'
    )


def _indents(look: Look) -> str:
    """Write tabs, spacing and indents: a list's level repeats those of its look, or Word takes its own."""
    stops = "".join(f'<w:tab w:val="{kind}"{_leader(kind)} w:pos="{place}"/>' for kind, place in look.tabs)
    tabs = f"<w:tabs>{stops}</w:tabs>" if stops else ""
    first = f'w:firstLine="{look.first}"' if look.first >= 0 else f'w:hanging="{-look.first}"'
    spacing = f'<w:spacing w:before="{look.before}" w:after="{look.after}" w:line="{look.line}" w:lineRule="auto"/>'
    return f'{tabs}{spacing}<w:ind w:left="{look.left}" {first}/>'


def _leader(kind: str) -> str:
    return ' w:leader="dot"' if kind == "right" else ""


def _look(code: str) -> Look:
    return next(look for look in LOOKS if look.code == code)


def _size(points: int) -> str:
    return f'<w:sz w:val="{points * 2}"/><w:szCs w:val="{points * 2}"/>'
