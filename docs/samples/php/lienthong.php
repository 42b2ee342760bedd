<?php
// Sends a document with two files, follows it, receives it and checks that there is a receipt. PHP 8.1 or later, nothing besides.
//
// LIENTHONG_URL  address of the node          LIENTHONG_KEY          API key of the sender (SUBMIT, TRACK)
// LIENTHONG_CA   PEM file of its authority    LIENTHONG_RECEIVE_KEY  API key of the recipient (RECEIVE)
// LIENTHONG_TO   code of the recipient        Usage: php lienthong.php FILE FILE
declare(strict_types=1);

function stop(string $why): never
{
    exit(fwrite(STDERR, $why . "\n") ? 1 : 2);
}

/** One request. A refusal is a problem (RFC 9457): its code says what to do, see docs/errors.md. */
function call(string $method, string $path, string $key, array|string|null $body = null, array $headers = [])
{
    if (is_array($body)) {
        $body = json_encode((object) $body);
        $headers[] = 'Content-Type: application/json';
    }
    $headers[] = 'Authorization: Bearer ' . $key;
    $context = stream_context_create([
        'http' => ['method' => $method, 'header' => $headers, 'content' => $body ?? '', 'timeout' => 60, 'ignore_errors' => true],
        'ssl' => ['cafile' => getenv('LIENTHONG_CA')],
    ]);
    $stream = fopen(getenv('LIENTHONG_URL') . $path, 'rb', false, $context) ?: stop("$method $path: no connection");
    $status = (int) explode(' ', stream_get_meta_data($stream)['wrapper_data'][0])[1];
    return $status < 300 ? $stream : stop("$method $path: $status " . stream_get_contents($stream));
}

function answer(mixed ...$arguments): array
{
    return json_decode(stream_get_contents(call(...$arguments)), true, 64, JSON_THROW_ON_ERROR);
}

/** multipart/form-data: the metadata first, then the files in order. */
function form(array $metadata, array $files, string $boundary): string
{
    $part = fn (string $name, string $type, string $data): string =>
        "--$boundary\r\nContent-Disposition: form-data; $name\r\nContent-Type: $type\r\n\r\n$data\r\n";
    $body = $part('name="metadata"', 'application/json', json_encode($metadata));
    foreach ($files as $file) {
        $name = str_replace('"', '%22', basename($file));
        $body .= $part("name=\"file\"; filename=\"$name\"", 'application/octet-stream', file_get_contents($file));
    }
    return $body . "--$boundary--\r\n";
}

function send(array $files): string
{
    $boundary = bin2hex(random_bytes(16));
    $body = form([
        'recipients' => [getenv('LIENTHONG_TO')],
        'document' => ['codeNumber' => '14', 'codeNotation' => 'CV-VP', 'typeName' => 'Công văn', 'subject' => 'Văn bản thử từ PHP'],
    ], $files, $boundary);
    // Keep the key with the document: after a lost answer the same request with the same key sends nothing twice.
    $headers = ["Content-Type: multipart/form-data; boundary=$boundary", 'Idempotency-Key: ' . bin2hex(random_bytes(16))];
    return answer('POST', '/api/v1/dispatches', getenv('LIENTHONG_KEY'), $body, $headers)['parcelId'];
}

/** Each request is held until every delivery has reached the state, at most 25 seconds. */
function follow(string $parcel, string $state): array
{
    for ($states = ['QUEUED'], $round = 0; $round < 8 && array_diff($states, ['CONSIGNED', 'HANDED_OVER']); $round++) {
        $dispatch = answer('GET', "/api/v1/dispatches/$parcel?wait=25&state=$state", getenv('LIENTHONG_KEY'));
        $states = array_column($dispatch['deliveries'], 'state');
    }
    return $states;
}

function receive(string $parcel, string $key): array
{
    for ($after = 0; $after !== null; $after = $page['next'] ?? null) {
        $page = answer('GET', "/api/v1/inbox?after=$after&wait=5", $key);
        foreach ($page['entries'] as $entry) {
            if ($entry['parcelId'] === $parcel) {
                return take('/api/v1/inbox/' . $entry['entryId'], $key);
            }
        }
    }
    stop('it is not in the inbox');
}

function take(string $entry, string $key): array
{
    $lease = answer('POST', "$entry/lease", $key, [])['leaseId'];
    $target = getenv('LIENTHONG_OUT') ?: 'received.asice';
    stream_copy_to_stream(call('GET', "$entry/package", $key, null, ["Lienthong-Lease: $lease"]), $out = fopen($target, 'wb'));
    fclose($out);
    // The digest is computed over what arrived, never copied from the lease: the node compares.
    $body = ['leaseId' => $lease, 'packageSha512' => hash_file('sha512', $target)];
    return answer('POST', "$entry/acknowledgement", $key, $body);
}

$parcel = send(array_slice($argv, 1));
echo 'sent ', $parcel, "\nstate ", implode(' ', follow($parcel, 'CONSIGNED')), "\n";
echo 'received ', receive($parcel, getenv('LIENTHONG_RECEIVE_KEY'))['event'], "\n";
$proof = answer('GET', "/api/v1/dispatches/$parcel/evidence", getenv('LIENTHONG_KEY'))['evidence'];
$valid = array_filter($proof, fn (array $piece): bool => $piece['verification'] === 'VALID');
echo count($valid) > 0 && count($valid) === count($proof) ? 'receipts ' . count($proof) . "\n" : stop('there is no valid receipt');
