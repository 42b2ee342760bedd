package vn.lienthong.node.search;

import java.util.Set;
import vn.lienthong.node.identity.Person;
import vn.lienthong.node.web.Page;
import vn.lienthong.node.web.PageWish;

/** Finds documents by words for lists that are too long to be looked through. */
public interface WordSearch {

    /**
     * Documents in which all the words occur, newest first.
     *
     * @param person who sees them
     * @param kind of which kind
     * @param states in these states only; empty for any
     * @param words as typed
     * @param wish which part
     * @return their keys; a part may be short or empty and still have one that follows
     */
    Page<Long> newest(Person person, SearchKind kind, Set<String> states, String words, PageWish wish);
}
