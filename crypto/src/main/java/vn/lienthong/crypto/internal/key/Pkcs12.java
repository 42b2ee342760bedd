package vn.lienthong.crypto.internal.key;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.PrivateKey;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERBMPString;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.Attribute;
import org.bouncycastle.asn1.pkcs.ContentInfo;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.crypto.util.PBKDF2Config;
import org.bouncycastle.operator.InputDecryptorProvider;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.OutputEncryptor;
import org.bouncycastle.pkcs.PKCS12PfxPdu;
import org.bouncycastle.pkcs.PKCS12PfxPduBuilder;
import org.bouncycastle.pkcs.PKCS12SafeBag;
import org.bouncycastle.pkcs.PKCS12SafeBagBuilder;
import org.bouncycastle.pkcs.PKCS12SafeBagFactory;
import org.bouncycastle.pkcs.PKCS8EncryptedPrivateKeyInfo;
import org.bouncycastle.pkcs.PKCSException;
import org.bouncycastle.pkcs.jcajce.JcePKCS12MacCalculatorBuilder;
import org.bouncycastle.pkcs.jcajce.JcePKCS12MacCalculatorBuilderProvider;
import org.bouncycastle.pkcs.jcajce.JcePKCSPBEInputDecryptorProviderBuilder;
import org.bouncycastle.pkcs.jcajce.JcePKCSPBEOutputEncryptorBuilder;
import vn.lienthong.crypto.certificate.Certificates;
import vn.lienthong.crypto.internal.BouncyCastle;
import vn.lienthong.crypto.key.SigningKey;

/** PKCS#12 with all the kinds of key that the exchange uses; the platform's own reader knows no composite keys. */
public final class Pkcs12 {

    private static final int ROUNDS = 1;
    private static final PBKDF2Config DERIVATION = new PBKDF2Config.Builder()
            .withPRF(PBKDF2Config.PRF_SHA256)
            .withIterationCount(ROUNDS)
            .build();
    private static final ASN1ObjectIdentifier NAME = PKCS12SafeBag.friendlyNameAttribute;

    private Pkcs12() {}

    /** Returns the file. */
    public static byte[] encode(Map<String, SigningKey> keys, char[] password) {
        try {
            PKCS12PfxPduBuilder file = new PKCS12PfxPduBuilder();
            for (Map.Entry<String, SigningKey> entry : keys.entrySet()) {
                add(file, entry.getKey(), entry.getValue(), password);
            }
            JcePKCS12MacCalculatorBuilder mac = new JcePKCS12MacCalculatorBuilder(NISTObjectIdentifiers.id_sha256)
                    .setProvider(BouncyCastle.PROVIDER)
                    .setIterationCount(ROUNDS);
            return file.build(mac, password).getEncoded();
        } catch (IOException | PKCSException | OperatorCreationException e) {
            throw new IllegalArgumentException("these keys cannot be written to a file", e);
        }
    }

    private static void add(PKCS12PfxPduBuilder file, String name, SigningKey key, char[] password)
            throws IOException, OperatorCreationException {
        OutputEncryptor encryptor = new JcePKCSPBEOutputEncryptorBuilder(
                        DERIVATION, NISTObjectIdentifiers.id_aes256_CBC)
                .setProvider(BouncyCastle.PROVIDER)
                .build(password);
        PrivateKeyInfo info = PrivateKeyInfo.getInstance(KeyReferences.encode(key.privateKey()));
        // Other tools join a key and its own certificate by this attribute, and find the rest of the chain by the
        // issuers.
        DEROctetString join = new DEROctetString(name.getBytes(StandardCharsets.UTF_8));
        file.addData(named(new PKCS12SafeBagBuilder(info, encryptor), name, join));
        for (int i = 0; i < key.chain().size(); i++) {
            X509CertificateHolder certificate =
                    new X509CertificateHolder(Certificates.encode(key.chain().get(i)));
            PKCS12SafeBagBuilder bag = new PKCS12SafeBagBuilder(certificate);
            file.addData(i == 0 ? named(bag, name + "#0", join) : named(bag, name + "#" + i));
        }
    }

    private static PKCS12SafeBag named(PKCS12SafeBagBuilder bag, String name, DEROctetString join) {
        return named(bag.addBagAttribute(PKCS12SafeBag.localKeyIdAttribute, join), name);
    }

    private static PKCS12SafeBag named(PKCS12SafeBagBuilder bag, String name) {
        return bag.addBagAttribute(NAME, new DERBMPString(name)).build();
    }

    /**
     * Reads the file.
     *
     * @throws IOException if it is damaged or the password is wrong
     */
    public static Map<String, SigningKey> decode(byte[] octets, char[] password) throws IOException {
        try {
            PKCS12PfxPdu file = new PKCS12PfxPdu(octets);
            if (!file.isMacValid(
                    new JcePKCS12MacCalculatorBuilderProvider().setProvider(BouncyCastle.PROVIDER), password)) {
                throw new IOException("the key file is damaged or its password is another one");
            }
            Bags bags = new Bags(new JcePKCSPBEInputDecryptorProviderBuilder()
                    .setProvider(BouncyCastle.PROVIDER)
                    .build(password));
            for (ContentInfo info : file.getContentInfos()) {
                for (PKCS12SafeBag bag : new PKCS12SafeBagFactory(info).getSafeBags()) {
                    bags.take(bag);
                }
            }
            return bags.keys();
        } catch (RuntimeException | PKCSException | CertificateException e) {
            // the cause is dropped: a parser's message could quote key bytes
            throw new IOException("the key file cannot be read");
        }
    }

    private static final class Bags {

        private final InputDecryptorProvider decryptor;
        private final Map<String, PrivateKey> keys = new LinkedHashMap<>();
        private final Map<String, Map<Integer, X509Certificate>> chains = new HashMap<>();

        Bags(InputDecryptorProvider decryptor) {
            this.decryptor = decryptor;
        }

        void take(PKCS12SafeBag bag) throws IOException, PKCSException, CertificateException {
            String name = nameOf(bag);
            switch (bag.getBagValue()) {
                case PKCS8EncryptedPrivateKeyInfo encrypted ->
                    keys.put(
                            name,
                            KeyCodec.privateKey(
                                    encrypted.decryptPrivateKeyInfo(decryptor).getEncoded()));
                case X509CertificateHolder certificate -> {
                    int mark = name.lastIndexOf('#');
                    chains.computeIfAbsent(name.substring(0, mark), key -> new TreeMap<>())
                            .put(
                                    Integer.valueOf(name.substring(mark + 1)),
                                    Certificates.decode(certificate.getEncoded()));
                }
                default -> throw new IOException("a key file holds keys and certificates only");
            }
        }

        Map<String, SigningKey> keys() throws IOException {
            Map<String, SigningKey> all = new LinkedHashMap<>();
            for (Map.Entry<String, PrivateKey> entry : keys.entrySet()) {
                Map<Integer, X509Certificate> chain = chains.get(entry.getKey());
                if (chain == null) {
                    throw new IOException("a key without its certificate");
                }
                List<X509Certificate> certificates = new ArrayList<>(chain.values());
                all.put(entry.getKey(), new SigningKey(entry.getValue(), certificates));
            }
            return all;
        }

        private static String nameOf(PKCS12SafeBag bag) throws IOException {
            for (Attribute attribute : bag.getAttributes()) {
                if (NAME.equals(attribute.getAttrType())) {
                    ASN1Encodable value = attribute.getAttributeValues()[0];
                    return DERBMPString.getInstance(value).getString();
                }
            }
            throw new IOException("an entry without a name");
        }
    }
}
