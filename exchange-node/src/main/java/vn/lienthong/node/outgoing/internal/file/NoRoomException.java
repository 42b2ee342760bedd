package vn.lienthong.node.outgoing.internal.file;

import java.io.IOException;

/** The store is full. */
public final class NoRoomException extends IOException {

    private static final long serialVersionUID = 1L;

    NoRoomException() {
        super("the store is full");
    }
}
