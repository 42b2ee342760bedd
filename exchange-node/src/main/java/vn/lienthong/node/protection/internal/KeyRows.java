package vn.lienthong.node.protection.internal;

import java.util.List;
import java.util.function.UnaryOperator;

/** Where wrapped data keys lie. */
interface KeyRows {

    /** All of them. */
    List<WrappedKey> load();

    /**
     * Changes them: reads all, alone, and makes what the change returns durable, all or nothing. The change may be tried several times.
     *
     * @return what is kept now
     */
    List<WrappedKey> change(UnaryOperator<List<WrappedKey>> change);
}
