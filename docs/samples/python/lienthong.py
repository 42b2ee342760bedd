"""Sends a document with two files, follows it, receives it and checks that there is a receipt. Python 3.9 or later.

LIENTHONG_URL  address of the node          LIENTHONG_KEY          API key of the sender (SUBMIT, TRACK)
LIENTHONG_CA   PEM file of its authority    LIENTHONG_RECEIVE_KEY  API key of the recipient (RECEIVE)
LIENTHONG_TO   code of the recipient        Usage: python3 lienthong.py FILE FILE
"""
import hashlib, json, os, pathlib, ssl, sys, urllib.error, urllib.request, uuid

ENV = os.environ
TLS = ssl.create_default_context(cafile=ENV["LIENTHONG_CA"])


def call(method, path, key, body=None, headers=None):
    """One request. A refusal is a problem (RFC 9457): its code says what to do, see docs/errors.md."""
    if isinstance(body, dict):
        body, headers = json.dumps(body).encode(), {"Content-Type": "application/json", **(headers or {})}
    request = urllib.request.Request(ENV["LIENTHONG_URL"] + path, body, method=method)
    request.add_header("Authorization", "Bearer " + key)
    for name, value in (headers or {}).items():
        request.add_header(name, value)
    try:
        return urllib.request.urlopen(request, context=TLS, timeout=60)
    except urllib.error.HTTPError as refused:
        sys.exit(f"{method} {path}: {refused.code} {refused.read().decode()}")


def answer(*arguments, **more):
    with call(*arguments, **more) as response:
        return json.load(response)


def form(metadata, files):
    """multipart/form-data: the metadata first, then the files in order."""
    boundary = uuid.uuid4().hex
    parts = [("name=\"metadata\"", "application/json", json.dumps(metadata).encode())]
    for file in files:
        name = file.name.replace('"', "%22")
        parts.append((f"name=\"file\"; filename=\"{name}\"", "application/octet-stream", file.read_bytes()))
    body = b"".join(
        f"--{boundary}\r\nContent-Disposition: form-data; {name}\r\nContent-Type: {kind}\r\n\r\n".encode() + data + b"\r\n"
        for name, kind, data in parts
    )
    return body + f"--{boundary}--\r\n".encode(), "multipart/form-data; boundary=" + boundary


def send(files):
    metadata = {
        "recipients": [ENV["LIENTHONG_TO"]],
        "document": {"codeNumber": "12", "codeNotation": "CV-VP", "typeName": "Công văn", "subject": "Văn bản thử từ Python"},
    }
    body, kind = form(metadata, files)
    # Keep the key with the document: after a lost answer the same request with the same key sends nothing twice.
    headers = {"Content-Type": kind, "Idempotency-Key": str(uuid.uuid4())}
    return answer("POST", "/api/v1/dispatches", ENV["LIENTHONG_KEY"], body, headers)["parcelId"]


def follow(parcel, state):
    """Each request is held until every delivery has reached the state, at most 25 seconds."""
    for _ in range(8):
        dispatch = answer("GET", f"/api/v1/dispatches/{parcel}?wait=25&state={state}", ENV["LIENTHONG_KEY"])
        states = {delivery["state"] for delivery in dispatch["deliveries"]}
        if states <= {"CONSIGNED", "HANDED_OVER"}:
            return states
        if states & {"REFUSED", "EXPIRED", "RECALLED"}:
            break
    sys.exit(f"not delivered: {states}")


def receive(parcel):
    key, after = ENV["LIENTHONG_RECEIVE_KEY"], 0
    while after is not None:
        page = answer("GET", f"/api/v1/inbox?after={after}&wait=5", key)
        for entry in page["entries"]:
            if entry["parcelId"] == parcel:
                return take(f"/api/v1/inbox/{entry['entryId']}", key)
        after = page.get("next")
    sys.exit("it is not in the inbox")


def take(entry, key):
    lease = answer("POST", entry + "/lease", key, {})
    digest, target = hashlib.sha512(), pathlib.Path(ENV.get("LIENTHONG_OUT", "received.asice"))
    with call("GET", entry + "/package", key, None, {"Lienthong-Lease": lease["leaseId"]}) as package, target.open("wb") as out:
        while block := package.read(1 << 16):
            digest.update(block)
            out.write(block)
    # The digest is computed over what arrived, never copied from the lease: the node compares.
    return answer("POST", entry + "/acknowledgement", key, {"leaseId": lease["leaseId"], "packageSha512": digest.hexdigest()})


parcel = send([pathlib.Path(name) for name in sys.argv[1:]])
print("sent", parcel)
print("state", *follow(parcel, "CONSIGNED"))
print("received", receive(parcel)["event"])
proof = answer("GET", f"/api/v1/dispatches/{parcel}/evidence", ENV["LIENTHONG_KEY"])["evidence"]
if not proof or any(piece["verification"] != "VALID" for piece in proof):
    sys.exit("there is no valid receipt")
print("receipts", len(proof))
