// Puts Russian words where the frame's own English ones stand: it has no setting for its language.
(function () {
  var WORDS = new Map(Object.entries("CMN_WORDS"));
  var PATTERNS = "CMN_PATTERNS".map(function (pair) { return [new RegExp(pair[0]), pair[1]]; });
  var ATTRIBUTES = ["aria-label", "title", "placeholder"];
  var LONGEST = 160;

  function translate(text) {
    var asked = text.trim();
    if (!asked || asked.length > LONGEST) return null;
    if (WORDS.has(asked)) return WORDS.get(asked);
    for (var i = 0; i < PATTERNS.length; i += 1) {
      if (PATTERNS[i][0].test(asked)) return asked.replace(PATTERNS[i][0], PATTERNS[i][1]);
    }
    return null;
  }

  function mendText(node) {
    var found = translate(node.data);
    if (found !== null) node.data = found;
  }

  function mendAttributes(element) {
    ATTRIBUTES.forEach(function (name) {
      var found = element.hasAttribute(name) ? translate(element.getAttribute(name)) : null;
      if (found !== null) element.setAttribute(name, found);
    });
  }

  function mendTree(root) {
    if (root.nodeType === Node.TEXT_NODE) return mendText(root);
    if (root.nodeType !== Node.ELEMENT_NODE) return;
    mendAttributes(root);
    var walker = document.createTreeWalker(root, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      if (walker.currentNode.nodeType === Node.TEXT_NODE) mendText(walker.currentNode);
      else mendAttributes(walker.currentNode);
    }
  }

  new MutationObserver(function (records) {
    records.forEach(function (record) {
      if (record.type === "childList") record.addedNodes.forEach(mendTree);
      else if (record.type === "characterData") mendText(record.target);
      else mendAttributes(record.target);
    });
  }).observe(document, {
    subtree: true, childList: true, characterData: true, attributes: true, attributeFilter: ATTRIBUTES
  });
})();
