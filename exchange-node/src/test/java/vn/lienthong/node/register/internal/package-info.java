@NullMarked
package vn.lienthong.node.register.internal;

import org.jspecify.annotations.NullMarked;
