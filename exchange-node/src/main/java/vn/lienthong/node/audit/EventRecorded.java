package vn.lienthong.node.audit;

/**
 * An event is committed. Published as an application event, after the commit.
 *
 * @param id which
 * @param event what was recorded, with actor and origin filled in
 */
public record EventRecorded(EventId id, SecurityEvent event) {}
