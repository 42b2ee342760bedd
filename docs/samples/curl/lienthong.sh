#!/bin/sh
# Sends a document with two files, follows it, receives it and checks that there is a receipt. curl 7.76 or later, sed, sha512sum.
#
# LIENTHONG_URL  address of the node          LIENTHONG_KEY          API key of the sender (SUBMIT, TRACK)
# LIENTHONG_CA   PEM file of its authority    LIENTHONG_RECEIVE_KEY  API key of the recipient (RECEIVE)
# LIENTHONG_TO   code of the recipient        Usage: sh lienthong.sh FILE FILE
set -eu

work="$(mktemp -d)"
trap 'rm -rf "$work"' EXIT
# Keys go into files of this user alone: the command line of a process is there for everybody to read.
umask 077
printf 'header = "Authorization: Bearer %s"\n' "$LIENTHONG_KEY" >"$work/sender"
printf 'header = "Authorization: Bearer %s"\n' "$LIENTHONG_RECEIVE_KEY" >"$work/recipient"

# as sender|recipient PATH [options]: a refusal is a problem (RFC 9457), its code says what to do, see docs/errors.md.
as() {
  who="$1"
  path="$2"
  shift 2
  curl --silent --show-error --fail-with-body --max-time 60 --cacert "$LIENTHONG_CA" --config "$work/$who" \
    "$@" "$LIENTHONG_URL$path" || { echo "refused: $path" >&2; exit 1; }
}

# The text of a member of a small answer; larger programs take a real reader of JSON.
member() {
  sed -n "s/.*\"$1\":\"\{0,1\}\([^\",}]*\).*/\1/p" "$2" | head -n 1
}

cat >"$work/metadata.json" <<JSON
{"recipients": ["$LIENTHONG_TO"],
 "document": {"codeNumber": "15", "codeNotation": "CV-VP", "typeName": "Công văn", "subject": "Văn bản thử từ curl"}}
JSON
set -- -F "file=@$1;type=application/octet-stream" -F "file=@$2;type=application/octet-stream"

# Keep the key with the document: after a lost answer the same request with the same key sends nothing twice.
as sender /api/v1/dispatches -H "Idempotency-Key: $(date +%s)-$$" \
  -F "metadata=<$work/metadata.json;type=application/json" "$@" >"$work/sent"
parcel="$(member parcelId "$work/sent")"
echo "sent $parcel"

# Each request is held until every delivery has reached the state, at most 25 seconds.
state=QUEUED
for _ in 1 2 3 4 5 6 7 8; do
  as sender "/api/v1/dispatches/$parcel?wait=25&state=CONSIGNED" >"$work/dispatch"
  state="$(sed 's/.*"deliveries"//' "$work/dispatch" >"$work/deliveries" && member state "$work/deliveries")"
  case "$state" in CONSIGNED | HANDED_OVER) break ;; esac
done
echo "state $state"

entry=""
after=0
while [ -z "$entry" ] && [ "$after" != null ]; do
  as recipient "/api/v1/inbox?after=$after&wait=5" >"$work/inbox"
  entry="$(sed 's/{"entryId"/\n&/g' "$work/inbox" | grep "\"$parcel\"" | sed 's/{"entryId":"\{0,1\}\([0-9]*\).*/\1/' || true)"
  after="$(sed 's/.*"next":"\{0,1\}\([0-9]*\|null\).*/\1/' "$work/inbox")"
done
[ -n "$entry" ] || { echo "it is not in the inbox" >&2; exit 1; }

as recipient "/api/v1/inbox/$entry/lease" -H 'Content-Type: application/json' -d '{}' >"$work/lease"
lease="$(member leaseId "$work/lease")"
target="${LIENTHONG_OUT:-received.asice}"
as recipient "/api/v1/inbox/$entry/package" -H "Lienthong-Lease: $lease" -o "$target"

# The digest is computed over what arrived, never copied from the lease: the node compares.
digest="$(sha512sum "$target" | cut -d ' ' -f 1)"
as recipient "/api/v1/inbox/$entry/acknowledgement" -H 'Content-Type: application/json' \
  -d "{\"leaseId\":\"$lease\",\"packageSha512\":\"$digest\"}" >"$work/handover"
echo "received $(member event "$work/handover")"

as sender "/api/v1/dispatches/$parcel/evidence" >"$work/evidence"
pieces="$(grep -o '"verification":"[A-Z]*"' "$work/evidence" | wc -l)"
valid="$(grep -o '"verification":"VALID"' "$work/evidence" | wc -l)"
[ "$pieces" -gt 0 ] && [ "$pieces" -eq "$valid" ] || { echo "there is no valid receipt" >&2; exit 1; }
echo "receipts $pieces"
