package vn.lienthong.node.log;

/**
 * A log that this node witnesses showed two histories: the proof is kept. Published as an application event.
 *
 * @param origin of the log
 * @param size of the checkpoint that contradicts what was cosigned
 */
public record MisbehaviourFound(String origin, long size) {}
