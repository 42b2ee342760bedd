package vn.lienthong.crypto.suite;

import java.util.List;

/**
 * Brings suites of its own into an installation: what a nation prescribes, or an experiment. Providers are found with
 * {@link java.util.ServiceLoader}: a jar on the class path that names its provider in
 * {@code META-INF/services/vn.lienthong.crypto.suite.SuiteProvider}.
 *
 * <p>A suite of a provider is an addition: it has a name of its own, and the suites of the protocol stay as they are. Senders use it
 * towards agencies that publish a key of it, nobody else.
 */
public interface SuiteProvider {

    /** Returns its suites; the names must not be those of the protocol or of another provider. */
    List<Suite> suites();
}
