package vn.lienthong.node.log.internal;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Optional;
import vn.lienthong.core.value.Octets;
import vn.lienthong.crypto.log.LogKeys;
import vn.lienthong.crypto.log.NoteSigningKey;
import vn.lienthong.crypto.log.WitnessKeys;
import vn.lienthong.node.keys.KeyVault;

/** The keys of logs and of the witness in the key vault: made at the first start, never renewed, as the log's name hangs on them. */
final class LogKeyFiles {

    private static final int LONGEST = 1 << 14;

    private final KeyVault vault;

    LogKeyFiles(KeyVault vault) {
        this.vault = vault;
    }

    /**
     * Keys of a log.
     *
     * @param keys themselves
     * @param fresh whether they were made at this very start, so that nobody can know the log
     */
    record Held(LogKeys keys, boolean fresh) {}

    private record Pair(Octets classical, Octets postQuantum) {}

    /** The keys of the log of that origin. */
    Held log(String file, String origin) throws IOException {
        Optional<Pair> stored = read(file);
        if (stored.isPresent()) {
            return new Held(
                    LogKeys.ofPkcs8(
                            origin,
                            stored.get().classical().toByteArray(),
                            stored.get().postQuantum().toByteArray()),
                    false);
        }
        LogKeys made = LogKeys.generate(origin);
        write(file, made.classical(), made.postQuantum());
        return new Held(made, true);
    }

    /** The keys with which this installation cosigns other logs. */
    WitnessKeys witness(String file, String name) throws IOException {
        Optional<Pair> stored = read(file);
        if (stored.isPresent()) {
            return WitnessKeys.ofPkcs8(
                    name,
                    stored.get().classical().toByteArray(),
                    stored.get().postQuantum().toByteArray());
        }
        WitnessKeys made = WitnessKeys.generate(name);
        write(file, made.classical(), made.postQuantum());
        return made;
    }

    private Optional<Pair> read(String file) throws IOException {
        Optional<byte[]> opened = vault.readSealed(file);
        return opened.isEmpty() ? Optional.empty() : Optional.of(pair(opened.get()));
    }

    private static Pair pair(byte[] octets) throws IOException {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(octets))) {
            Octets classical = part(in);
            return new Pair(classical, part(in));
        }
    }

    private static Octets part(DataInputStream in) throws IOException {
        int length = in.readInt();
        if (length < 0 || length > LONGEST) {
            throw new IOException("a key file of a log is damaged");
        }
        byte[] part = new byte[length];
        in.readFully(part);
        return Octets.of(part);
    }

    private void write(String file, NoteSigningKey classical, NoteSigningKey postQuantum) throws IOException {
        ByteArrayOutputStream octets = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(octets)) {
            for (NoteSigningKey key : new NoteSigningKey[] {classical, postQuantum}) {
                byte[] pkcs8 = key.exportPkcs8().expose();
                out.writeInt(pkcs8.length);
                out.write(pkcs8);
            }
        }
        vault.writeSealed(file, octets.toByteArray());
    }
}
