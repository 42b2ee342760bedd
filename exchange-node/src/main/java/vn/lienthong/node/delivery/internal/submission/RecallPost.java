package vn.lienthong.node.delivery.internal.submission;

import vn.lienthong.node.delivery.Dispatch;
import vn.lienthong.node.delivery.SecretDispatch;

/** Asks the nodes of recipients to give a secret to nobody any more. */
@FunctionalInterface
public interface RecallPost {

    /** Asks for one delivery, in the caller's transaction. */
    void ask(SecretDispatch dispatch, Dispatch.Leg leg);
}
