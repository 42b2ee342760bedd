package vn.lienthong.node.audit.internal;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import vn.lienthong.node.audit.AuditTrail;
import vn.lienthong.node.audit.EventKind;
import vn.lienthong.node.audit.EventObject;
import vn.lienthong.node.audit.SecurityEvent;
import vn.lienthong.node.keys.AgencyKeyNews;
import vn.lienthong.node.keys.NodeCertificatesRenewed;
import vn.lienthong.node.keys.TokenNews;
import vn.lienthong.node.keys.UnlistedPeer;
import vn.lienthong.node.protection.ProtectionNews;

/** Makes events of what the modules of keys and of protection tell. */
@Component
class PeerRecording {

    private final AuditTrail trail;

    PeerRecording(AuditTrail trail) {
        this.trail = trail;
    }

    @EventListener
    void turnedAway(UnlistedPeer peer) {
        SecurityEvent event = SecurityEvent.blocked(EventKind.PEER_REFUSE, "NOT_LISTED");
        trail.recordRefusal(
                peer.certificate() == null
                        ? event
                        : event.on(EventObject.of(EventObject.Kind.CERTIFICATE, peer.certificate())));
    }

    /** Told before the change: keys that cannot be recorded are neither taken into use nor destroyed. */
    @EventListener
    void keysChanged(AgencyKeyNews news) {
        EventKind kind = switch (news.what()) {
            case CREATED -> EventKind.KEY_CREATE;
            case DESTROYED -> EventKind.KEY_DESTROY;
        };
        SecurityEvent event = SecurityEvent.of(kind)
                .on(EventObject.of(EventObject.Kind.AGENCY, news.agency()))
                .with("epoch", news.epoch());
        for (int i = 0; i < news.keys().size(); i++) {
            AgencyKeyNews.Key key = news.keys().get(i);
            event = event.with("key" + (i + 1), key.purpose() + " " + key.fingerprint());
        }
        trail.recordNow(event);
    }

    /** The token with the agencies' keys went away or came back. */
    @EventListener
    void tokenChanged(TokenNews news) {
        trail.recordNow(news.fault()
                .map(fault -> SecurityEvent.failed(EventKind.TOKEN_AWAY, fault.name()))
                .orElseGet(() -> SecurityEvent.of(EventKind.TOKEN_BACK)));
    }

    /** Told before the change, as above. */
    @EventListener
    void protectionChanged(ProtectionNews news) {
        switch (news.what()) {
            case MASTER_KEY_ROTATED -> trail.recordNow(SecurityEvent.of(EventKind.MASTER_KEY_ROTATE));
            case DATA_KEYS_RENEWED -> trail.recordNow(SecurityEvent.of(EventKind.DATA_KEY_RENEW));
            case DATA_KEY_DESTROYED ->
                trail.recordNow(SecurityEvent.of(EventKind.DATA_KEY_DESTROY).with("key", news.detail()));
        }
    }

    /** A certificate of this node was replaced. */
    @EventListener
    void renewed(NodeCertificatesRenewed news) {
        trail.recordNow(SecurityEvent.of(EventKind.CERTIFICATE_RENEW)
                .on(EventObject.of(EventObject.Kind.NODE, news.node()))
                .with("beforeSha256", news.before())
                .with("afterSha256", news.after()));
    }
}
