package vn.lienthong.node.directory.internal.listing;

import java.util.Optional;
import vn.lienthong.core.error.ErrorCode;

/** Whether the copy of the directory can be kept up to date. */
@FunctionalInterface
public interface CopyHealth {

    /** What is wrong with the publications that are offered; empty while all is well. */
    Optional<ErrorCode> alarm();
}
