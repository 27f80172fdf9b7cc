// Says in Russian that the live connection cannot be made: the frame itself shows grey stripes for ever.
(function () {
  var BLOCKED = "Соединение с приложением не устанавливается. Обычно его закрывает прокси-сервер или антивирус: " +
    "попросите администратора разрешить для этого адреса WebSocket, затем обновите страницу.";
  var PATIENCE_MS = 8000;
  var Native = window.WebSocket;
  var everOpen = false;
  var timer = null;
  var note = null;

  function show() {
    note = document.createElement("div");
    note.setAttribute("role", "alert");
    note.id = "cmn-connection-note";
    note.textContent = BLOCKED;
    document.body.appendChild(note);
  }

  function settle() {
    everOpen = true;
    clearTimeout(timer);
    if (note) note.remove();
  }

  window.WebSocket = class extends Native {
    constructor(address, protocols) {
      super(address, protocols);
      if (everOpen) return;
      if (timer === null) timer = setTimeout(show, PATIENCE_MS);
      // A proxy may let the handshake through and drop the line: only a message proves the connection.
      this.addEventListener("message", settle, { once: true });
    }
  };
})();
