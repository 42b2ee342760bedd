package vn.lienthong.node.notification;

import java.time.Instant;
import java.util.List;

/**
 * Deadlines of a module, offered as a bean. They are asked for once a minute, by one program of the installation at a time; whom
 * each concerns is told when it comes near and when it is past, once each.
 */
public interface DueSource {
    /**
     * Its name, part of the keys under which is kept what was told.
     *
     * @return lower-case letters and hyphens, at most 30
     */
    String name();

    /**
     * What is not done and due in a time.
     *
     * @param from first moment
     * @param until last moment
     * @param most how many
     * @return by deadline, the earliest first; read from an index
     */
    List<DueItem> due(Instant from, Instant until, int most);
}
