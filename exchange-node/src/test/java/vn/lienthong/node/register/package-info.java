@NullMarked
package vn.lienthong.node.register;

import org.jspecify.annotations.NullMarked;
