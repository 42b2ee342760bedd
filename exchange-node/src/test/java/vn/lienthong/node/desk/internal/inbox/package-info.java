@NullMarked
package vn.lienthong.node.desk.internal.inbox;

import org.jspecify.annotations.NullMarked;
