/* What pages do better with scripts; every one of them works without. */
(function () {
  'use strict';

  /* The summary of what is wrong takes the focus, so that it is read first. */
  function focusProblem() {
    var problem = document.getElementById('problem');
    if (problem) {
      problem.focus();
    }
  }

  /* Enter while an input method is composing a Vietnamese letter must not send the form. */
  document.addEventListener('keydown', function (event) {
    if (event.key === 'Enter' && event.isComposing) {
      event.preventDefault();
    }
  });

  /* Ctrl+Enter presses the main button of a page, / goes to the search box, ? shows the keys. Not while an input method composes; / and ? never in fields. */
  document.addEventListener('keydown', function (event) {
    if (event.isComposing || event.keyCode === 229) {
      return;
    }
    var primary = document.querySelector('[data-key=primary]');
    var keys = document.getElementById('keys');
    var find = document.querySelector('[data-key=find]');
    var typing = /^(INPUT|TEXTAREA|SELECT)$/.test(event.target.tagName);
    if (event.key === 'Enter' && event.ctrlKey && primary) {
      event.preventDefault();
      primary.click();
    } else if (event.key === '/' && find && !typing && !event.ctrlKey && !event.altKey && !event.metaKey) {
      event.preventDefault();
      find.focus();
      find.select();
    } else if (event.key === '?' && keys && !typing) {
      keys.open = !keys.open;
      keys.querySelector('summary').focus();
    }
  });

  /* A second press of a button must not do it twice; without a line nothing is sent, and what was typed stays where it is. */
  document.addEventListener('submit', function (event) {
    var form = event.target;
    if (form.method !== 'post') {
      return;
    }
    if (navigator.onLine === false) {
      event.preventDefault();
      offline(true);
      return;
    }
    if (form.dataset.sent) {
      event.preventDefault();
      return;
    }
    form.dataset.sent = 'yes';
    setTimeout(function () { delete form.dataset.sent; }, 5000);
  });

  function offline(gone) {
    var told = document.getElementById('offline');
    if (told) {
      told.hidden = !gone;
    }
    if (told && gone) {
      told.focus();
    }
  }

  window.addEventListener('online', function () { offline(false); });

  /* Warns two minutes before the session ends, and asks the server to go on when the person wishes. */
  function watchSession() {
    var box = document.getElementById('session-warning');
    if (!box) {
      return;
    }
    var timer;
    function start() {
      clearTimeout(timer);
      timer = setTimeout(show, Math.max(10, Number(box.dataset.idle) - 120) * 1000);
    }
    function show() {
      box.hidden = false;
      document.getElementById('session-extend').focus();
    }
    document.getElementById('session-extend').addEventListener('click', function () {
      fetch(box.dataset.ask, { credentials: 'same-origin', redirect: 'manual' }).then(function (answer) {
        if (answer.status === 204) {
          box.hidden = true;
          start();
        } else {
          location.reload();
        }
      });
    });
    document.addEventListener('htmx:afterRequest', function (event) {
      if (!byItself(event.detail.requestConfig)) {
        start();
      }
    });
    start();
  }

  /* Whether the page asked by itself, and not because somebody did something. */
  function byItself(request) {
    return Boolean(request && request.triggeringEvent && request.triggeringEvent.type === 'live');
  }

  document.addEventListener('htmx:configRequest', function (event) {
    if (byItself(event.detail)) {
      event.detail.headers['LT-Background'] = 'yes';
    }
  });

  /* Parts of a page that look again when the server says that something changed, or every half minute where it cannot. */
  function live() {
    var stream = null;
    var open = false;
    if (!window.htmx || !document.querySelector('[data-live]')) {
      return;
    }
    function look(topic) {
      document.querySelectorAll('[data-live]').forEach(function (part) {
        if (!topic || part.dataset.live.split(' ').indexOf(topic) >= 0) {
          window.htmx.trigger(part, 'live');
        }
      });
    }
    function close() {
      open = false;
      if (stream) {
        stream.close();
        stream = null;
      }
    }
    function listen() {
      if (stream || !window.EventSource) {
        return;
      }
      stream = new EventSource('/live');
      stream.onopen = function () { open = true; };
      stream.onmessage = function (event) { look(event.data); };
      stream.onerror = function () {
        open = false;
        if (stream && stream.readyState === 2) {
          close();
        }
      };
    }
    document.addEventListener('visibilitychange', function () {
      if (document.hidden) {
        close();
      } else {
        listen();
        look();
      }
    });
    window.addEventListener('pagehide', close);
    setInterval(function () {
      if (!open && !document.hidden) {
        look();
      }
    }, 30000);
    listen();
  }

  /* The calendar beside date fields: weeks begin on Monday, dates are written day first. */
  function two(number) {
    return (number < 10 ? '0' : '') + number;
  }

  function element(name, text, attributes) {
    var made = document.createElement(name);
    made.textContent = text;
    Object.keys(attributes || {}).forEach(function (key) { made.setAttribute(key, attributes[key]); });
    return made;
  }

  function chosen(field) {
    var parts = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})/.exec(field.value.trim());
    return parts ? new Date(Number(parts[3]), Number(parts[2]) - 1, Number(parts[1])) : null;
  }

  function openCalendar(button, field) {
    var old = document.querySelector('.lt-calendar');
    if (old) {
      old.remove();
    }
    var box = element('div', '', { 'class': 'lt-calendar', role: 'dialog', 'aria-label': button.textContent });
    var mark = chosen(field) || new Date();
    button.after(box);
    draw(new Date(mark.getFullYear(), mark.getMonth(), mark.getDate()));

    function close() {
      box.remove();
      button.focus();
    }

    function draw(focus) {
      box.replaceChildren(head(focus), grid(focus));
      var day = box.querySelector('[tabindex="0"]');
      if (day) {
        day.focus();
      }
    }

    function head(focus) {
      var row = element('div', '', { 'class': 'lt-calendar__head' });
      var before = element('button', '‹', { type: 'button', 'aria-label': button.dataset.before });
      var after = element('button', '›', { type: 'button', 'aria-label': button.dataset.after });
      var shut = element('button', '✕', { type: 'button', 'aria-label': button.dataset.close });
      var name = button.dataset.months.split(',')[focus.getMonth()] + ' ' + focus.getFullYear();
      before.addEventListener('click', function () { draw(new Date(focus.getFullYear(), focus.getMonth() - 1, 1)); });
      after.addEventListener('click', function () { draw(new Date(focus.getFullYear(), focus.getMonth() + 1, 1)); });
      shut.addEventListener('click', close);
      row.append(before, element('span', name, { 'aria-live': 'polite' }), after, shut);
      return row;
    }

    function grid(focus) {
      var table = element('table', '', { role: 'presentation' });
      var names = document.createElement('tr');
      button.dataset.days.split(',').forEach(function (day) { names.append(element('th', day, { scope: 'col' })); });
      table.append(names);
      var first = new Date(focus.getFullYear(), focus.getMonth(), 1);
      var day = new Date(first.getFullYear(), first.getMonth(), 1 - (first.getDay() + 6) % 7);
      var today = new Date().toDateString();
      var picked = chosen(field);
      do {
        var week = document.createElement('tr');
        for (var i = 0; i < 7; i++) {
          week.append(cell(day, focus, today, picked));
          day = new Date(day.getFullYear(), day.getMonth(), day.getDate() + 1);
        }
        table.append(week);
      } while (day.getMonth() === focus.getMonth());
      return table;
    }

    function cell(day, focus, today, picked) {
      var place = document.createElement('td');
      if (day.getMonth() !== focus.getMonth()) {
        return place;
      }
      var written = two(day.getDate()) + '/' + two(day.getMonth() + 1) + '/' + day.getFullYear();
      var pick = element('button', String(day.getDate()), {
        type: 'button', 'aria-label': written, tabindex: day.getTime() === focus.getTime() ? '0' : '-1',
        'aria-pressed': String(Boolean(picked) && picked.toDateString() === day.toDateString())
      });
      if (day.toDateString() === today) {
        pick.setAttribute('aria-current', 'date');
      }
      pick.addEventListener('click', function () {
        field.value = written;
        close();
      });
      place.append(pick);
      return place;

    }

    box.addEventListener('keydown', function (event) {
      var steps = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 };
      var at = document.activeElement && document.activeElement.getAttribute('aria-label');
      if (event.key === 'Escape') {
        close();
      } else if (steps[event.key] && /^\d\d\//.test(at || '')) {
        event.preventDefault();
        var now = at.split('/').map(Number);
        draw(new Date(now[2], now[1] - 1, now[0] + steps[event.key]));
      }
    });
  }

  function calendars(root) {
    root.querySelectorAll('[data-calendar]').forEach(function (button) {
      if (!button.hidden) {
        return;
      }
      button.hidden = false;
      button.addEventListener('click', function () {
        openCalendar(button, document.getElementById(button.dataset.calendar));
      });
    });
  }

  /* Buttons that copy a text, such as the code of an error. */
  function copiers(root) {
    root.querySelectorAll('[data-copy]').forEach(function (button) {
      button.hidden = !navigator.clipboard;
      button.addEventListener('click', function () {
        navigator.clipboard.writeText(document.getElementById(button.dataset.copy).textContent.trim()).then(function () {
          button.textContent = button.dataset.copied;
        });
      });
    });
  }

  /* The composer: keeps every change a second after it was made; what cannot be kept stays in this window. */
  function composer() {
    var form = document.getElementById('composer');
    if (!form || !window.fetch) {
      return;
    }
    var stash = 'draft:' + location.pathname + ':' + form.elements._of.value.split(':')[0];
    var timer;
    var running = Promise.resolve();

    function fields() {
      var all = new URLSearchParams();
      new FormData(form).forEach(function (value, name) {
        if (typeof value === 'string') {
          all.append(name, value);
        }
      });
      return all;
    }

    function again() {
      running = running.then(save);
    }

    /* A broken line is tried again by itself; a session that has ended waits for the person. */
    function lost(fault) {
      var cut = fault instanceof TypeError;
      sessionStorage.setItem(stash, fields().toString());
      document.getElementById('saved').textContent = cut ? form.dataset.cut : form.dataset.lost;
      if (cut) {
        timer = setTimeout(again, 10000);
      }
    }

    function save() {
      clearTimeout(timer);
      timer = 0;
      return fetch(form.dataset.autosave, { method: 'POST', body: fields(), redirect: 'manual' }).then(function (answer) {
        if (!answer.ok) {
          throw new Error('not kept');
        }
        return answer.text();
      }).then(function (text) {
        var told = new DOMParser().parseFromString(text, 'text/html');
        var version = told.getElementById('version');
        if (version) {
          document.getElementById('version').value = version.value;
          sessionStorage.removeItem(stash);
        }
        document.getElementById('saved').replaceWith(told.getElementById('saved'));
      }).catch(lost);
    }

    function changed(event) {
      if (event.target.type !== 'file' && event.target.name !== 'q') {
        clearTimeout(timer);
        timer = setTimeout(again, 1000);
      }
    }

    window.addEventListener('online', function () {
      if (timer) {
        clearTimeout(timer);
        again();
      }
    });

    form.addEventListener('input', changed);
    form.addEventListener('submit', function () {
      if (navigator.onLine !== false) {
        clearTimeout(timer);
      }
    });
    var kept = sessionStorage.getItem(stash);
    if (kept) {
      new URLSearchParams(kept).forEach(function (value, name) {
        var field = form.elements[name];
        if (field && name !== 'version' && name.charAt(0) !== '_' && field.type !== 'checkbox') {
          field.value = value;
        }
      });
      document.getElementById('saved').textContent = form.dataset.restored;
      sessionStorage.removeItem(stash);
    }
    uploads(form, function () { return running.then(function () { return timer ? save() : null; }); });
  }

  /* Files go in parts, each at the offset that the server has; a pause or a broken line costs one part at most. */
  function uploads(form, flush) {
    var place = document.getElementById('uploads');
    var part = 4 << 20;
    var open = 0;

    function start(input, file) {
      var row = element('div', '', { 'class': 'lt-upload' });
      var bar = element('progress', '', { max: '100', value: '0', 'aria-label': file.name });
      var pause = element('button', place.dataset.pause, { type: 'button', 'class': 'lt-link' });
      var told = element('span', file.name, {});
      var held = false;
      var at = 0;
      var address = '';
      open++;
      row.append(told, bar, pause);
      place.append(row);

      function over(text) {
        told.textContent = text;
        bar.remove();
        pause.remove();
        open--;
      }

      function ended() {
        open--;
        if (open === 0) {
          flush().then(function () { location.reload(); });
        }
      }

      function again() {
        told.textContent = file.name + ' – ' + place.dataset.failed;
        setTimeout(function () {
          fetch(address, { method: 'HEAD', redirect: 'manual' }).then(function (answer) {
            at = Number(answer.headers.get('Upload-Offset') || at);
            told.textContent = file.name;
            next();
          }).catch(again);
        }, 2000);
      }

      function next() {
        if (held) {
          return;
        }
        fetch(address + '?_csrf=' + encodeURIComponent(place.dataset.csrf), {
          method: 'PATCH', body: file.slice(at, at + part), redirect: 'manual',
          headers: { 'Upload-Offset': String(at), 'Content-Type': 'application/offset+octet-stream' }
        }).then(function (answer) {
          if (answer.status === 422 || answer.status === 507) {
            return answer.text().then(over);
          }
          if (answer.status !== 200 && answer.status !== 201 && answer.status !== 409) {
            return again();
          }
          at = Number(answer.headers.get('Upload-Offset'));
          bar.value = 100 * at / file.size;
          return answer.status === 200 ? ended() : next();
        }).catch(again);
      }

      pause.addEventListener('click', function () {
        held = !held;
        pause.textContent = held ? place.dataset.resume : place.dataset.pause;
        next();
      });
      fetch(place.dataset.uploads, {
        method: 'POST', redirect: 'manual',
        body: new URLSearchParams({ name: file.name, size: file.size, main: input.dataset.upload === 'main' })
      }).then(function (answer) {
        address = answer.headers.get('Location') || '';
        return answer.status === 201 ? next() : answer.text().then(over);
      });
    }

    form.querySelectorAll('[data-upload]').forEach(function (input) {
      input.addEventListener('change', function () {
        Array.from(input.files).forEach(function (file) { start(input, file); });
        input.value = '';
      });
    });
    form.querySelectorAll('[data-plain]').forEach(function (button) { button.hidden = true; });
  }

  /* Seconds in which sending can be undone; then the page looks again. */
  function secondThoughts() {
    var left = document.getElementById('undo-left');
    if (!left) {
      return;
    }
    var end = Date.now() + 1000 * Number(left.textContent.replace(/\D+/g, ''));
    var timer = setInterval(function () {
      var seconds = Math.ceil((end - Date.now()) / 1000);
      if (seconds <= 0) {
        clearInterval(timer);
        setTimeout(function () { location.reload(); }, 1500);
      } else {
        left.textContent = left.dataset.words.replace('#', seconds);
      }
    }, 1000);
  }

  focusProblem();
  watchSession();
  live();
  calendars(document);
  copiers(document);
  composer();
  secondThoughts();
  document.addEventListener('htmx:load', function (event) {
    calendars(event.detail.elt);
  });
}());
