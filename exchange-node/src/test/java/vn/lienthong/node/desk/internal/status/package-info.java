@NullMarked
package vn.lienthong.node.desk.internal.status;

import org.jspecify.annotations.NullMarked;
