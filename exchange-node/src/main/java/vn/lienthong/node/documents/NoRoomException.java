package vn.lienthong.node.documents;

import java.io.IOException;

/** The store is full. */
public final class NoRoomException extends IOException {

    private static final long serialVersionUID = 1L;

    NoRoomException() {
        super("the store is full");
    }
}
