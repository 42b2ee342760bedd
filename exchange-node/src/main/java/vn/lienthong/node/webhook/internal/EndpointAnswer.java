package vn.lienthong.node.webhook.internal;

import vn.lienthong.node.platform.Secret;
import vn.lienthong.node.webhook.WebhookReply;

/** What came of changing an endpoint. */
sealed interface EndpointAnswer {

    /**
     * Done.
     *
     * @param endpoint as it is now
     */
    record Done(Endpoint endpoint) implements EndpointAnswer {}

    /**
     * Done, and there is a secret that is shown this once.
     *
     * @param endpoint as it is now
     * @param secret for the receiving side
     */
    record Secretive(Endpoint endpoint, Secret secret) implements EndpointAnswer {}

    /** The agency has as many as it may have. */
    record TooMany() implements EndpointAnswer {}

    /**
     * It did not answer a ping with 2xx; nothing was changed.
     *
     * @param reply what it answered
     */
    record NotAnswered(WebhookReply reply) implements EndpointAnswer {}

    /** Somebody else has changed or removed it meanwhile; nothing was changed. */
    record ChangedMeanwhile() implements EndpointAnswer {}
}
