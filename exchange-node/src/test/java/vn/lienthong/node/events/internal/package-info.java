@NullMarked
package vn.lienthong.node.events.internal;

import org.jspecify.annotations.NullMarked;
