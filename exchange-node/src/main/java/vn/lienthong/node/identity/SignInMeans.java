package vn.lienthong.node.identity;

import java.util.Locale;

/** How somebody signed in. */
public enum SignInMeans {
    /** Name and password. */
    PASSWORD,
    /** Name, password and a code of the second factor. */
    PASSWORD_AND_CODE,
    /** Name, password and a passkey as second factor. */
    PASSWORD_AND_PASSKEY,
    /** A passkey that has checked its owner. */
    PASSKEY,
    /** An identity provider that told nothing about a second factor. */
    PROVIDER,
    /** An identity provider, with a second factor shown to it or here. */
    PROVIDER_AND_FACTOR,
    /** Both halves of the emergency entry. */
    BREAK_GLASS;

    /**
     * Tells whether a second factor was shown.
     *
     * @return false for a password or a provider alone
     */
    public boolean secondFactor() {
        return this != PASSWORD && this != PROVIDER;
    }

    /**
     * Tells whether the password was used.
     *
     * @return false for passkeys alone and providers
     */
    public boolean password() {
        return this == PASSWORD || this == PASSWORD_AND_CODE || this == PASSWORD_AND_PASSKEY;
    }

    /**
     * The name in message keys.
     *
     * @return in lower case with hyphens
     */
    public String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
