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

  /* Ctrl+Enter presses the main button of a page; ? shows the keys. Neither while an input method composes, ? never in fields. */
  document.addEventListener('keydown', function (event) {
    if (event.isComposing || event.keyCode === 229) {
      return;
    }
    var primary = document.querySelector('[data-key=primary]');
    var keys = document.getElementById('keys');
    if (event.key === 'Enter' && event.ctrlKey && primary) {
      event.preventDefault();
      primary.click();
    } else if (event.key === '?' && keys && !/^(INPUT|TEXTAREA|SELECT)$/.test(event.target.tagName)) {
      keys.open = !keys.open;
      keys.querySelector('summary').focus();
    }
  });

  /* A second press of a button must not do it twice. */
  document.addEventListener('submit', function (event) {
    var form = event.target;
    if (form.method !== 'post') {
      return;
    }
    if (form.dataset.sent) {
      event.preventDefault();
      return;
    }
    form.dataset.sent = 'yes';
    setTimeout(function () { delete form.dataset.sent; }, 5000);
  });

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

  focusProblem();
  watchSession();
  live();
  calendars(document);
  copiers(document);
  document.addEventListener('htmx:load', function (event) {
    calendars(event.detail.elt);
  });
}());
