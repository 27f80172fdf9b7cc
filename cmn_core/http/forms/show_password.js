// The tick is of use with a script alone, so it is hidden without one.
(function () {
  var tick = document.getElementById("show_password");
  if (!tick) return;
  var fields = document.querySelectorAll("input[type=password]");
  tick.hidden = false;
  tick.querySelector("input").addEventListener("change", function (event) {
    fields.forEach(function (field) { field.type = event.target.checked ? "text" : "password"; });
  });
})();
