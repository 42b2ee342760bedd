package vn.lienthong.node.web;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** There is no such page, or the person may not know of it: deliberately not told apart. */
@ResponseStatus(HttpStatus.NOT_FOUND)
public final class NothingHereException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Says nothing more. */
    public NothingHereException() {}
}
