@NullMarked
package vn.lienthong.node.listing.internal;

import org.jspecify.annotations.NullMarked;
