// Says in Russian why there is no live connection: the frame itself shows grey stripes or its own guess.
(function () {
  var BLOCKED = "Соединение с приложением не устанавливается. Обычно его закрывает прокси-сервер или антивирус: " +
    "попросите администратора разрешить для этого адреса WebSocket, затем обновите страницу.";
  var ENDED = "Вы вышли, либо вход закончился по времени или был закрыт. Сохранённые отчёты и черновики не пострадали.";
  var PATIENCE_MS = 8000;
  // Of cmn_core/http/sign_in_guard.py.
  var SIGN_IN_ENDED = 4401, SHUT = 401;
  // Any address that is shut without a sign-in.
  var ASKED = "/_stcore/host-config";
  var Native = window.WebSocket;
  var everOpen = false;
  var timer = null;
  var note = null;
  var cover = null;

  function show() {
    note = document.createElement("div");
    note.setAttribute("role", "alert");
    note.id = "cmn-connection-note";
    note.textContent = BLOCKED;
    document.body.appendChild(note);
  }

  // The page is covered: whoever sits at the computer next is not to read on.
  function showEnded() {
    clearTimeout(timer);
    if (cover) return;
    cover = document.createElement("dialog");
    cover.id = "cmn-sign-in-ended";
    cover.setAttribute("aria-labelledby", "cmn-sign-in-ended-title");
    var title = document.createElement("h1"), words = document.createElement("p"), link = document.createElement("a");
    title.id = "cmn-sign-in-ended-title";
    title.textContent = "Вход завершён";
    words.textContent = ENDED;
    link.textContent = "Войти снова";
    link.href = "/sign-in?next=" + encodeURIComponent(location.pathname + location.search);
    cover.append(title, words, link);
    cover.addEventListener("cancel", function (event) { event.preventDefault(); });
    document.body.appendChild(cover);
    cover.showModal();
  }

  function settle() {
    everOpen = true;
    clearTimeout(timer);
    if (note) note.remove();
    // Signed in again in another window: the page goes on.
    if (cover) { cover.remove(); cover = null; }
  }

  function askWhy(event) {
    if (event.code === SIGN_IN_ENDED) return showEnded();
    fetch(ASKED, { cache: "no-store" }).then(function (answer) {
      if (answer.status === SHUT) showEnded();
    }, function () {});
  }

  window.WebSocket = class extends Native {
    constructor(address, protocols) {
      super(address, protocols);
      this.addEventListener("close", askWhy);
      // A proxy may let the handshake through and drop the line: only a message proves the connection.
      this.addEventListener("message", settle, { once: true });
      if (!everOpen && timer === null) timer = setTimeout(show, PATIENCE_MS);
    }
  };
})();
