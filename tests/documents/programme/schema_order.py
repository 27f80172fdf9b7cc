"""The order in which Word wants the children of an element; it refuses a document that mixes them."""

from docx.oxml.ns import qn

_ORDERS = {
    "pPr": (
        "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd tabs "
        "suppressAutoHyphens spacing ind contextualSpacing mirrorIndents jc textDirection textAlignment outlineLvl "
        "divId cnfStyle rPr sectPr"
    ),
    "rPr": (
        "rStyle rFonts b bCs i iCs caps smallCaps strike dstrike noProof vanish webHidden color spacing w kern "
        "position sz szCs highlight u effect bdr shd fitText vertAlign rtl cs em lang"
    ),
    "tblPr": (
        "tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize tblStyleColBandSize tblW jc tblCellSpacing tblInd "
        "tblBorders shd tblLayout tblCellMar tblLook tblCaption tblDescription"
    ),
    "tbl": "tblPr tblGrid tr",
    "tr": "tblPrEx trPr tc",
    "tcPr": "cnfStyle tcW gridSpan hMerge vMerge tcBorders shd noWrap tcMar textDirection tcFitText vAlign hideMark",
    "sectPr": (
        "headerReference footerReference footnotePr endnotePr type pgSz pgMar paperSrc pgBorders lnNumType pgNumType "
        "cols formProt vAlign noEndnote titlePg textDirection bidi rtlGutter docGrid"
    ),
    "style": "name aliases basedOn next link autoRedefine hidden uiPriority semiHidden unhideWhenUsed qFormat locked "
    "pPr rPr tblPr trPr tcPr tblStylePr",
    "lvl": "start numFmt lvlRestart pStyle isLgl suff lvlText lvlPicBulletId legacy lvlJc pPr rPr",
    "numbering": "numPicBullet abstractNum num numIdMacAtCleanup",
    "num": "abstractNumId lvlOverride",
    "settings": (
        "view zoom updateFields defaultTabStop autoHyphenation evenAndOddHeaders characterSpacingControl compat rsids "
        "themeFontLang clrSchemeMapping decimalSymbol listSeparator"
    ),
    "font": "altName panose1 charset family notTrueType pitch sig",
}  # fmt: skip
_PLACES = {
    qn(f"w:{name}"): {qn(f"w:{child}"): place for place, child in enumerate(order.split())}
    for name, order in _ORDERS.items()
}


def misplaced(root):
    """Name the children that stand before one that the schema wants first, or that it does not know."""
    faults = []
    for parent in root.iter(*_PLACES):
        known = _PLACES[parent.tag]
        places = [known.get(child.tag, -1) for child in parent]
        if places != sorted(places) or -1 in places:
            faults.append((parent.tag, [child.tag for child in parent]))
    return faults
