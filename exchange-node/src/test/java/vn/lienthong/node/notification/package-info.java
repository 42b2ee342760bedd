/** Tests of notifications from the outside. */
@NullMarked
package vn.lienthong.node.notification;

import org.jspecify.annotations.NullMarked;
