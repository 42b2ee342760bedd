// Sends a document with two files, follows it, receives it and checks that there is a receipt. Node.js 18 or later.
//
// LIENTHONG_URL  address of the node          LIENTHONG_KEY          API key of the sender (SUBMIT, TRACK)
// LIENTHONG_CA   PEM file of its authority    LIENTHONG_RECEIVE_KEY  API key of the recipient (RECEIVE)
// LIENTHONG_TO   code of the recipient        Usage: node lienthong.mjs FILE FILE
import { createHash, randomUUID } from 'node:crypto';
import { createWriteStream, readFileSync } from 'node:fs';
import { request } from 'node:https';
import { basename } from 'node:path';
import { text } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';

const env = process.env;
const ca = readFileSync(env.LIENTHONG_CA);

// One request. A refusal is a problem (RFC 9457): its code says what to do, see docs/errors.md.
function call(method, path, key, body, headers = {}) {
  if (body && !Buffer.isBuffer(body)) {
    body = Buffer.from(JSON.stringify(body));
    headers = { 'Content-Type': 'application/json', ...headers };
  }
  headers = { Authorization: 'Bearer ' + key, 'Content-Length': body?.length ?? 0, ...headers };
  return new Promise((resolve, reject) => {
    const call = request(env.LIENTHONG_URL + path, { method, ca, headers, timeout: 60_000 }, async (response) => {
      if (response.statusCode < 300) resolve(response);
      else reject(new Error(`${method} ${path}: ${response.statusCode} ${await text(response)}`));
    });
    call.on('timeout', () => call.destroy(new Error('no answer')));
    call.on('error', reject).end(body);
  });
}

const answer = async (...args) => JSON.parse(await text(await call(...args)));

// multipart/form-data: the metadata first, then the files in order.
function form(metadata, files) {
  const boundary = randomUUID();
  const part = (name, kind, data) => [
    `--${boundary}\r\nContent-Disposition: form-data; ${name}\r\nContent-Type: ${kind}\r\n\r\n`, data, '\r\n'];
  const parts = [
    ...part('name="metadata"', 'application/json', JSON.stringify(metadata)),
    ...files.flatMap((file) => part(
      `name="file"; filename="${basename(file).replaceAll('"', '%22')}"`, 'application/octet-stream', readFileSync(file))),
    `--${boundary}--\r\n`];
  return [Buffer.concat(parts.map((piece) => Buffer.from(piece))), 'multipart/form-data; boundary=' + boundary];
}

async function send(files) {
  const [body, kind] = form({
    recipients: [env.LIENTHONG_TO],
    document: { codeNumber: '13', codeNotation: 'CV-VP', typeName: 'Công văn', subject: 'Văn bản thử từ Node.js' },
  }, files);
  // Keep the key with the document: after a lost answer the same request with the same key sends nothing twice.
  const headers = { 'Content-Type': kind, 'Idempotency-Key': randomUUID() };
  return (await answer('POST', '/api/v1/dispatches', env.LIENTHONG_KEY, body, headers)).parcelId;
}

// Each request is held until every delivery has reached the state, at most 25 seconds.
async function follow(parcel, state) {
  for (let round = 0; round < 8; round++) {
    const path = `/api/v1/dispatches/${parcel}?wait=25&state=${state}`;
    const states = (await answer('GET', path, env.LIENTHONG_KEY)).deliveries.map((delivery) => delivery.state);
    if (states.every((one) => ['CONSIGNED', 'HANDED_OVER'].includes(one))) return states;
    if (states.some((one) => ['REFUSED', 'EXPIRED', 'RECALLED'].includes(one))) throw new Error('not delivered: ' + states);
  }
  throw new Error('not delivered in time');
}

async function receive(parcel) {
  const key = env.LIENTHONG_RECEIVE_KEY;
  for (let after = 0; after !== null;) {
    const page = await answer('GET', `/api/v1/inbox?after=${after}&wait=5`, key);
    const entry = page.entries.find((one) => one.parcelId === parcel);
    if (entry) return take(`/api/v1/inbox/${entry.entryId}`, key);
    after = page.next ?? null;
  }
  throw new Error('it is not in the inbox');
}

async function take(entry, key) {
  const { leaseId } = await answer('POST', entry + '/lease', key, {});
  const digest = createHash('sha512');
  const content = await call('GET', entry + '/package', key, undefined, { 'Lienthong-Lease': leaseId });
  content.on('data', (block) => digest.update(block));
  await pipeline(content, createWriteStream(env.LIENTHONG_OUT ?? 'received.asice'));
  // The digest is computed over what arrived, never copied from the lease: the node compares.
  return answer('POST', entry + '/acknowledgement', key, { leaseId, packageSha512: digest.digest('hex') });
}

const parcel = await send(process.argv.slice(2));
console.log('sent', parcel);
console.log('state', ...(await follow(parcel, 'CONSIGNED')));
console.log('received', (await receive(parcel)).event);
const { evidence } = await answer('GET', `/api/v1/dispatches/${parcel}/evidence`, env.LIENTHONG_KEY);
if (!evidence.length || evidence.some((piece) => piece.verification !== 'VALID')) throw new Error('there is no valid receipt');
console.log('receipts', evidence.length);
