@NullMarked
package vn.lienthong.node.audit.internal.alert;

import org.jspecify.annotations.NullMarked;
