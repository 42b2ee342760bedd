package vn.lienthong.node.web;

import java.util.Optional;

/**
 * Something that everybody who is signed in has to know as long as it lasts; shown above every page. Modules implement it as
 * beans. Must answer at once, from memory.
 */
@FunctionalInterface
public interface StandingNotice {
    /**
     * What there is to know now.
     *
     * @return empty while all is well
     */
    Optional<Notice> now();
}
