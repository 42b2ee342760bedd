package vn.lienthong.crypto.internal.key;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.Security;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.lienthong.crypto.internal.BouncyCastle;
import vn.lienthong.crypto.key.KeyAlgorithms;
import vn.lienthong.crypto.key.KeyMaterialException;
import vn.lienthong.crypto.key.KeyStoreFile;
import vn.lienthong.crypto.key.SigningKey;

/**
 * PKCS#12 files, written and read by the JDK: BouncyCastle's store of that name still writes 3DES and 40 bit RC2, and the other
 * stores of BouncyCastle cannot be read by anybody else.
 */
public final class KeyStoreCodec {

    private static final String ITERATIONS = "600000";

    static {
        // the JDK reads these whenever it writes a store; there is no other way to set them for certificates and MAC
        Security.setProperty("keystore.pkcs12.keyPbeIterationCount", ITERATIONS);
        Security.setProperty("keystore.pkcs12.certPbeIterationCount", ITERATIONS);
        Security.setProperty("keystore.pkcs12.macIterationCount", ITERATIONS);
    }

    private KeyStoreCodec() {}

    /** Writes all entries under one password; see {@link KeyStoreFile}. */
    public static void write(Path file, char[] password, Map<String, SigningKey> entries) throws IOException {
        try {
            KeyStore store = empty();
            for (Map.Entry<String, SigningKey> entry : entries.entrySet()) {
                PrivateKey key = entry.getValue().privateKey();
                if (key.getEncoded() == null) {
                    throw new KeyMaterialException("a key in a token cannot be put into a file");
                }
                Certificate[] chain = entry.getValue().chain().toArray(new Certificate[0]);
                store.setKeyEntry(entry.getKey(), key, password, chain);
            }
            ByteArrayOutputStream buffer = new ByteArrayOutputStream();
            store.store(buffer, password);
            AtomicFile.write(
                    file,
                    buffer.toByteArray(),
                    EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE));
        } catch (GeneralSecurityException e) {
            throw new KeyMaterialException("the key store cannot be written: " + file, e);
        }
    }

    private static KeyStore empty() throws GeneralSecurityException, IOException {
        if (Security.getProvider(BouncyCastle.PROVIDER.getName()) == null) {
            throw new KeyMaterialException("no factory for post-quantum keys");
        }
        KeyStore store = KeyStore.getInstance("PKCS12", "SunJSSE");
        store.load(null, null);
        return store;
    }

    /** Reads all key entries; see {@link KeyStoreFile}. */
    public static Map<String, SigningKey> read(Path file, char[] password) throws IOException {
        if (Files.size(file) > KeyStoreFile.MAX_SIZE) {
            throw new KeyMaterialException("too large for a key store: " + file);
        }
        return read(Files.readAllBytes(file), password);
    }

    private static Map<String, SigningKey> read(byte[] pkcs12, char[] password) throws KeyMaterialException {
        try {
            KeyStore store = empty();
            store.load(new ByteArrayInputStream(pkcs12), password);
            Map<String, SigningKey> entries = new HashMap<>();
            for (String alias : Collections.list(store.aliases())) {
                entry(store, alias, password).ifPresent(key -> entries.put(alias, key));
            }
            return entries;
        } catch (RuntimeException | IOException | GeneralSecurityException e) {
            // hostile bytes: every parse that throws anything is a refusal; no cause, it could quote key bytes
            throw new KeyMaterialException("the key store does not open: wrong password or not a key store");
        }
    }

    private static Optional<SigningKey> entry(KeyStore store, String alias, char[] password)
            throws GeneralSecurityException, IOException {
        Key key = store.getKey(alias, password);
        Certificate[] chain = store.getCertificateChain(alias);
        if (!(key instanceof PrivateKey privateKey) || chain == null) {
            return Optional.empty();
        }
        List<X509Certificate> certificates = new ArrayList<>();
        Arrays.stream(chain).map(X509Certificate.class::cast).forEach(certificates::add);
        boolean known = KeyAlgorithms.of(certificates.getFirst().getPublicKey()).isPresent();
        return Optional.of(new SigningKey(known ? KeyCodec.translate(privateKey) : privateKey, certificates));
    }

    /** Reads the only entry of a store made elsewhere. */
    public static SigningKey only(byte[] pkcs12, char[] password) throws KeyMaterialException {
        if (pkcs12.length > KeyStoreFile.MAX_SIZE) {
            throw new KeyMaterialException("too large for a key store");
        }
        Map<String, SigningKey> entries = read(pkcs12, password);
        if (entries.size() != 1) {
            throw new KeyMaterialException("not exactly one key");
        }
        SigningKey key = entries.values().iterator().next();
        return PemKeys.join(key.privateKey(), key.chain());
    }
}
