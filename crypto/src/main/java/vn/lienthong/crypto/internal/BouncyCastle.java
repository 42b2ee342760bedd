package vn.lienthong.crypto.internal;

import java.security.Provider;
import java.security.Security;
import org.bouncycastle.jce.provider.BouncyCastleProvider;

/**
 * The one BouncyCastle provider of the process. It is passed explicitly, so that provider order never decides an algorithm; it
 * is also appended to the global list, last, because composite keys and the JDK's PKCS#12 store look their parts up there.
 */
public final class BouncyCastle {

    /** The provider instance; thread-safe. */
    public static final Provider PROVIDER = registerLast();

    private BouncyCastle() {}

    private static Provider registerLast() {
        Provider present = Security.getProvider(BouncyCastleProvider.PROVIDER_NAME);
        if (present != null) {
            return present;
        }
        Provider provider = new BouncyCastleProvider();
        Security.addProvider(provider);
        return provider;
    }
}
