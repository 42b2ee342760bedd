package vn.lienthong.node.protection.internal;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import vn.lienthong.node.protection.FieldSealing;

/** Seals with the keys of a ring. */
final class RingSealing implements FieldSealing {

    private final KeyRing ring;

    RingSealing(KeyRing ring) {
        this.ring = ring;
    }

    @Override
    public byte[] seal(String purpose, byte[] context, byte[] plain) {
        HeldKey key = ring.current(purpose);
        byte[] sealed = key.fields().seal(bound(purpose, key.version(), context), plain);
        return ByteBuffer.allocate(SealedForm.PREFIX + sealed.length)
                .put(SealedForm.prefix(key.version()))
                .put(sealed)
                .array();
    }

    @Override
    public byte[] open(String purpose, byte[] context, byte[] sealed) {
        Optional<Integer> version = SealedForm.version(sealed);
        HeldKey key = version.flatMap(number -> ring.find(purpose, number))
                .orElseThrow(() -> new IllegalStateException("a sealed secret names no data key of this installation"));
        return key.fields()
                .open(
                        bound(purpose, key.version(), context),
                        Arrays.copyOfRange(sealed, SealedForm.PREFIX, sealed.length));
    }

    private static byte[] bound(String purpose, int version, byte[] context) {
        byte[] label = (purpose + "\0" + version + "\0").getBytes(StandardCharsets.US_ASCII);
        return ByteBuffer.allocate(label.length + context.length)
                .put(label)
                .put(context)
                .array();
    }

    @Override
    public boolean isCurrent(String purpose, byte[] sealed) {
        int current = ring.current(purpose).version();
        return SealedForm.version(sealed).filter(version -> version == current).isPresent();
    }

    @Override
    public byte[] currentPrefix(String purpose) {
        return SealedForm.prefix(ring.current(purpose).version());
    }
}
