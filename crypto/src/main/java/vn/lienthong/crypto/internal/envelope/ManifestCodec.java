package vn.lienthong.crypto.internal.envelope;

import java.io.IOException;
import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Enumeration;
import java.util.List;
import java.util.UUID;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1Enumerated;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.ASN1UTF8String;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERUTF8String;
import vn.lienthong.crypto.Digest;
import vn.lienthong.crypto.envelope.EnvelopeContents;
import vn.lienthong.crypto.envelope.EnvelopeManifest;
import vn.lienthong.crypto.envelope.PayloadEntry;
import vn.lienthong.crypto.payload.PayloadKey;
import vn.lienthong.crypto.suite.Protection;
import vn.lienthong.crypto.suite.SuiteId;

/** The DER form of the manifest. There is one encoding of every manifest, and only that one is read. */
public final class ManifestCodec {

    private static final int VERSION = 1;
    private static final int FIELDS = 13;
    private static final int ENTRY_FIELDS = 5;

    private ManifestCodec() {}

    /** Encodes; see {@link EnvelopeManifest#encode}. */
    public static byte[] encode(EnvelopeManifest manifest) {
        EnvelopeContents contents = manifest.contents();
        ASN1EncodableVector fields = new ASN1EncodableVector();
        fields.add(new ASN1Integer(VERSION));
        fields.add(new DERUTF8String(contents.suite().value()));
        fields.add(new DERUTF8String(contents.parcelId().toString()));
        fields.add(new DERUTF8String(contents.sender()));
        fields.add(octets(manifest.classicalSigner()));
        fields.add(octets(manifest.postQuantumSigner()));
        fields.add(new ASN1Integer(contents.createdAt().toEpochMilli()));
        fields.add(new ASN1Integer(contents.expiresAt().toEpochMilli()));
        fields.add(new ASN1Enumerated(code(contents.protection())));
        fields.add(octets(contents.headerDigest()));
        fields.add(octets(manifest.recipientsDigest()));
        fields.add(octets(manifest.keyListDigest()));
        ASN1EncodableVector payloads = new ASN1EncodableVector();
        contents.payloads().forEach(entry -> payloads.add(encode(entry)));
        fields.add(new DERSequence(payloads));
        try {
            return new DERSequence(fields).getEncoded(ASN1Encoding.DER);
        } catch (IOException e) {
            throw new IllegalStateException("a manifest without an encoding", e);
        }
    }

    private static DERSequence encode(PayloadEntry entry) {
        ASN1EncodableVector fields = new ASN1EncodableVector();
        fields.add(new ASN1Integer(entry.index()));
        fields.add(new ASN1Integer(entry.size()));
        fields.add(octets(entry.plainSha512()));
        fields.add(octets(entry.sealedSha256()));
        fields.add(new DEROctetString(entry.key().expose()));
        return new DERSequence(fields);
    }

    private static DEROctetString octets(Digest digest) {
        return new DEROctetString(digest.toByteArray());
    }

    /** Decodes; see {@link EnvelopeManifest#decode}. */
    public static EnvelopeManifest decode(byte[] der) throws IOException {
        try {
            EnvelopeManifest manifest = read(ASN1Sequence.getInstance(ASN1Primitive.fromByteArray(der)));
            if (!Arrays.equals(encode(manifest), der)) {
                throw new IOException("not the canonical form of a manifest");
            }
            return manifest;
        } catch (RuntimeException e) {
            // hostile bytes: every parse that throws anything is a refusal; no cause, it could quote key bytes
            throw new IOException("not a manifest");
        }
    }

    private static EnvelopeManifest read(ASN1Sequence sequence) throws IOException {
        if (sequence.size() != FIELDS) {
            throw new IOException("not the fields of a manifest");
        }
        Enumeration<?> fields = sequence.getObjects();
        if (integer(fields).intValueExact() != VERSION) {
            throw new IOException("not version " + VERSION);
        }
        SuiteId suite = new SuiteId(text(fields));
        UUID parcelId = UUID.fromString(text(fields));
        String sender = text(fields);
        Digest classical = digest(fields);
        Digest postQuantum = digest(fields);
        Instant createdAt = Instant.ofEpochMilli(integer(fields).longValueExact());
        Instant expiresAt = Instant.ofEpochMilli(integer(fields).longValueExact());
        Protection protection = protection(fields);
        Digest header = digest(fields);
        Digest recipients = digest(fields);
        Digest keyList = digest(fields);
        EnvelopeContents contents = new EnvelopeContents(
                suite, parcelId, sender, createdAt, expiresAt, protection, header, payloads(fields));
        return new EnvelopeManifest(contents, classical, postQuantum, recipients, keyList);
    }

    private static List<PayloadEntry> payloads(Enumeration<?> fields) throws IOException {
        ASN1Sequence sequence = ASN1Sequence.getInstance(fields.nextElement());
        List<PayloadEntry> payloads = new ArrayList<>();
        for (ASN1Encodable element : sequence) {
            ASN1Sequence entry = ASN1Sequence.getInstance(element);
            if (entry.size() != ENTRY_FIELDS || payloads.size() == EnvelopeContents.MAX_PAYLOADS) {
                throw new IOException("not the payloads of a manifest");
            }
            Enumeration<?> values = entry.getObjects();
            payloads.add(new PayloadEntry(
                    integer(values).intValueExact(),
                    integer(values).longValueExact(),
                    digest(values),
                    digest(values),
                    PayloadKey.of(bytes(values))));
        }
        return payloads;
    }

    private static BigInteger integer(Enumeration<?> fields) {
        return ASN1Integer.getInstance(fields.nextElement()).getValue();
    }

    private static String text(Enumeration<?> fields) {
        return ASN1UTF8String.getInstance(fields.nextElement()).getString();
    }

    private static Digest digest(Enumeration<?> fields) {
        return Digest.of(bytes(fields));
    }

    private static byte[] bytes(Enumeration<?> fields) {
        return ASN1OctetString.getInstance(fields.nextElement()).getOctets();
    }

    private static int code(Protection protection) {
        return switch (protection) {
            case ORDINARY -> 0;
            case SECRET -> 1;
        };
    }

    private static Protection protection(Enumeration<?> fields) throws IOException {
        int code = ASN1Enumerated.getInstance(fields.nextElement()).intValueExact();
        for (Protection protection : Protection.values()) {
            if (code(protection) == code) {
                return protection;
            }
        }
        throw new IOException("no such protection");
    }
}
