package vn.lienthong.node.notification.internal;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings under {@code lienthong.notification}.
 *
 * @param address where people find this node, for example {@code https://lienthong.example}; empty: messages carry no link
 * @param smtp the mail server
 */
@ConfigurationProperties("lienthong.notification")
record NotificationProperties(
        @DefaultValue("") String address, @DefaultValue Smtp smtp) {

    /**
     * The mail server.
     *
     * @param host empty: no mail is sent
     * @param port of it
     * @param security how the connection is protected
     * @param user for whom the server asks; empty: nobody
     * @param passwordFile of that user, readable by the owner only; null: none
     * @param from sender of the messages
     * @param caFile certificate of the authority that certifies the server, PEM; null: those that the Java platform trusts
     */
    record Smtp(
            @DefaultValue("") String host,
            @DefaultValue("587") int port,
            @DefaultValue("STARTTLS") Security security,
            @DefaultValue("") String user,
            @Nullable Path passwordFile,
            @DefaultValue("") String from,
            @Nullable Path caFile) {

        boolean enabled() {
            return !host.isEmpty() && !from.isEmpty();
        }
    }

    /** How the connection to the mail server is protected. */
    enum Security {
        /** Encrypted from the beginning. */
        TLS,
        /** Encrypted before anything is said; refused when the server cannot. */
        STARTTLS,
        /** Not at all: only for a server on the same machine. */
        NONE
    }
}
