/* Passkeys: asks the browser for one and sends its answer with the form. Without scripts the forms stay hidden and codes do the work. */
(function () {
  'use strict';

  function octets(text) {
    var raw = atob(text.replace(/-/g, '+').replace(/_/g, '/'));
    return Uint8Array.from(raw, function (sign) { return sign.charCodeAt(0); }).buffer;
  }

  function text(buffer) {
    var raw = String.fromCharCode.apply(null, new Uint8Array(buffer));
    return btoa(raw).replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '');
  }

  function ids(list) {
    return (list || []).map(function (one) { return Object.assign({}, one, { id: octets(one.id) }); });
  }

  function asked(options, adding) {
    options.challenge = octets(options.challenge);
    if (adding) {
      options.user.id = octets(options.user.id);
      options.excludeCredentials = ids(options.excludeCredentials);
      return navigator.credentials.create({ publicKey: options });
    }
    options.allowCredentials = ids(options.allowCredentials);
    return navigator.credentials.get({ publicKey: options });
  }

  function written(key) {
    var from = key.response;
    var response = { clientDataJSON: text(from.clientDataJSON) };
    if (from.attestationObject) {
      response.attestationObject = text(from.attestationObject);
      response.transports = from.getTransports ? from.getTransports() : [];
    } else {
      response.authenticatorData = text(from.authenticatorData);
      response.signature = text(from.signature);
      if (from.userHandle) { response.userHandle = text(from.userHandle); }
    }
    var answer = { id: key.id, rawId: text(key.rawId), type: key.type, response: response, clientExtensionResults: {} };
    if (key.authenticatorAttachment) { answer.authenticatorAttachment = key.authenticatorAttachment; }
    return JSON.stringify(answer);
  }

  function run(form) {
    var fault = form.querySelector('[data-passkey-fault]');
    var body = new URLSearchParams();
    body.set('_csrf', form.elements._csrf.value);
    fault.hidden = true;
    fetch(form.dataset.options, { method: 'POST', body: body, credentials: 'same-origin' })
      .then(function (answer) {
        if (!answer.ok) { throw new Error('no options'); }
        return answer.json();
      })
      .then(function (options) { return asked(options, form.dataset.passkey === 'add'); })
      .then(function (key) {
        form.elements.answer.value = written(key);
        form.submit();
      })
      .catch(function () {
        fault.hidden = false;
        fault.focus();
      });
  }

  if (!window.PublicKeyCredential) { return; }
  document.querySelectorAll('form[data-passkey]').forEach(function (form) {
    form.hidden = false;
    form.addEventListener('submit', function (event) {
      event.preventDefault();
      run(form);
    });
  });
}());
