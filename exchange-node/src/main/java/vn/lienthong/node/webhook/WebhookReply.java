package vn.lienthong.node.webhook;

import java.time.Duration;

/** What came of calling an address. */
public sealed interface WebhookReply {

    /**
     * It answered.
     *
     * @param status of HTTP
     * @param excerpt the first part of the body, at most 1024 characters without control characters; may be empty
     * @param took how long it took
     */
    record Answered(int status, String excerpt, Duration took) implements WebhookReply {
        private static final int OK = 200;
        private static final int AFTER_OK = 300;
        private static final int GONE = 410;

        /** Returns whether it took the message. */
        public boolean isSuccess() {
            return status >= OK && status < AFTER_OK;
        }

        /** Returns whether it says that it is not there any more and never will be. */
        public boolean isGone() {
            return status == GONE;
        }
    }

    /**
     * No answer came.
     *
     * @param fault why
     * @param took how long it took
     */
    record Unreachable(Fault fault, Duration took) implements WebhookReply {}

    /** Its name leads to addresses that are not allowed; nothing was connected to. */
    record NotAllowed() implements WebhookReply {}

    /** Why no answer came. Names are stored and shown in words. */
    enum Fault {
        /** The name is not known. */
        UNKNOWN_HOST,
        /** Nobody took the connection. */
        NO_CONNECTION,
        /** It took too long. */
        TIMEOUT,
        /** Its certificate is not trusted, not for this name or not valid. */
        TLS,
        /** What came was no answer in HTTP, or was broken off. */
        NO_ANSWER
    }
}
