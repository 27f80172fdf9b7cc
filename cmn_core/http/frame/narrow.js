// On a narrow screen the list of pages covers the page: it closes when a page was chosen in it.
(function () {
  var NARROW_PX = 768;
  document.addEventListener("click", function (event) {
    if (window.innerWidth > NARROW_PX || !event.target.closest("[data-testid=stSidebar] a")) return;
    var button = document.querySelector("[data-testid=stSidebarCollapseButton] button");
    if (button) button.click();
  });
})();
